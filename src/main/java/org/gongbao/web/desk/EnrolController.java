package org.gongbao.web.desk;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongbao.access.Account;
import org.gongbao.access.Credentials;
import org.gongbao.access.Totp;
import org.gongbao.web.SiteIdentity;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets up the second factor: an authenticator application reads a QR code, and proves it with a first code. */
@Controller
class EnrolController {

    private static final String SECRET = EnrolController.class.getName();

    private final Credentials credentials;
    private final DeskSessions sessions;
    private final Tries tries;
    private final SiteIdentity identity;

    EnrolController(Credentials credentials, DeskSessions sessions, Tries tries, SiteIdentity identity) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.tries = tries;
        this.identity = identity;
    }

    @ForStage(Stage.ENROL)
    @GetMapping("/desk/enrol")
    String page(HttpServletRequest request, Model model) {
        model.addAttribute("secret", Totp.base32(secret(request)));
        return "desk/enrol";
    }

    @ForStage(Stage.ENROL)
    @GetMapping("/desk/enrol/code.svg")
    ResponseEntity<String> picture(HttpServletRequest request) {
        return ResponseEntity.ok().header("Content-Type", "image/svg+xml").body(svg(address(request)));
    }

    private String address(HttpServletRequest request) {
        Account account = sessions.account(request).orElseThrow();
        String host = identity.base().replaceFirst("^https?://", "");
        return Totp.address(secret(request), "Gongbao " + host, account.signInName());
    }

    @ForStage(Stage.ENROL)
    @PostMapping("/desk/enrol")
    String enrol(HttpServletRequest request, HttpServletResponse response, @RequestParam String code, Model model) {
        Account account = sessions.account(request).orElseThrow();
        tries.take(request, response, account.signInName());
        List<String> codes = credentials.enrol(account.id(), secret(request), code);
        if (codes.isEmpty()) {
            page(request, model);
            return Forms.again(response, model, "code", "desk/enrol");
        }
        request.getSession().removeAttribute(SECRET);
        model.addAttribute("codes", codes);
        model.addAttribute(
                "next", sessions.afterProof(request, response, account).page());
        return "desk/recovery-codes";
    }

    /** One secret as long as the page is open, so that the code belongs to the picture that was seen. */
    private static byte[] secret(HttpServletRequest request) {
        if (request.getSession().getAttribute(SECRET) instanceof byte[] secret) {
            return secret;
        }
        byte[] fresh = Totp.secret();
        request.getSession().setAttribute(SECRET, fresh);
        return fresh;
    }

    private static String svg(String text) {
        try {
            BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    if (dots.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + dots.getWidth() + " " + dots.getHeight()
                    + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + dots.getWidth() + "v"
                    + dots.getHeight() + "H0z\"/><path d=\"" + path + "\"/></svg>";
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
