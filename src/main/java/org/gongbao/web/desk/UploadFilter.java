package org.gongbao.web.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses files from who is not signed in before anything of them is read: to look for a form's token would read them all. */
final class UploadFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean isUpload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        boolean isSignedIn = SecurityContextHolder.getContext().getAuthentication() instanceof DeskUser user
                && user.stage() == Stage.DONE;
        if (isUpload && !isSignedIn) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
