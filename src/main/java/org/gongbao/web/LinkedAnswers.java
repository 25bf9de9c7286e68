package org.gongbao.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongbao.linkeddata.RdfFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.UriUtils;

/** What is both a page and linked data at one address: the form by suffix or by {@code Accept}, and its headers. */
public final class LinkedAnswers {

    private static final String PAGE = "html";

    /** A form; the page has no format of linked data. */
    private record Form(@Nullable RdfFormat format, List<MediaType> types) {
        String offer() {
            return "." + (format == null ? PAGE : format.suffix()) + " (" + types.get(0) + ")";
        }
    }

    private LinkedAnswers() {}

    /** The format that is wanted; none for the page, which is for who takes anything. */
    public static Optional<RdfFormat> wanted(@Nullable String suffix, ServletWebRequest request) {
        return wanted(suffix, request, true);
    }

    /** @param pageFirst whether who takes anything gets the page */
    public static Optional<RdfFormat> wanted(@Nullable String suffix, ServletWebRequest request, boolean pageFirst) {
        if (suffix != null) {
            return suffix.equals(PAGE)
                    ? Optional.empty()
                    : Optional.of(RdfFormat.ofSuffix(suffix).orElseThrow(Refusal::notFound));
        }
        List<Form> offered = forms(pageFirst);
        Form form = AcceptedForms.of(request.getHeader(HttpHeaders.ACCEPT))
                .best(offered, Form::types)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        offered.stream().map(Form::offer).collect(Collectors.joining(", "))));
        return Optional.ofNullable(form.format());
    }

    private static List<Form> forms(boolean pageFirst) {
        List<Form> forms = new ArrayList<>();
        Arrays.stream(RdfFormat.values())
                .map(format -> new Form(format, List.of(MediaType.parseMediaType(format.mediaType()))))
                .forEach(forms::add);
        forms.add(
                pageFirst ? 0 : forms.size(),
                new Form(null, List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML)));
        return forms;
    }

    /** Where a name ends with the suffix of a form: the two parts. A name may hold other dots. */
    public static Named split(String name) {
        int dot = name.lastIndexOf('.');
        String end = dot < 0 ? "" : name.substring(dot + 1);
        boolean isSuffix = end.equals(PAGE) || RdfFormat.ofSuffix(end).isPresent();
        return isSuffix ? new Named(name.substring(0, dot), end) : new Named(name, null);
    }

    /** A name and the suffix behind it. */
    public record Named(String name, @Nullable String suffix) {}

    /** Answers with linked data, or with 304 where the reader has it; null then. */
    public static @Nullable ResponseEntity<byte[]> answer(
            String path, RdfFormat format, ServletWebRequest request, Consumer<OutputStream> writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.accept(out);
        byte[] bytes = out.toByteArray();
        HttpServletResponse response = request.getResponse();
        if (response != null) {
            describe(response, path);
            response.setHeader(HttpHeaders.CONTENT_LOCATION, path + "." + format.suffix());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, saved(path + "." + format.suffix()));
            response.setHeader("X-Robots-Tag", "noindex");
        }
        if (request.checkNotModified("\"" + ReprDigest.hex(bytes) + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(contentType(format.mediaType())))
                .header(ReprDigest.NAME, ReprDigest.of(bytes))
                .body(bytes);
    }

    /** A media type as it is sent: text and XML say that they are UTF-8, JSON and N-Triples are never anything else and have no word for it. */
    public static String contentType(String mediaType) {
        boolean mayBeOther = mediaType.startsWith("text/") || mediaType.endsWith("xml");
        return mayBeOther ? mediaType + ";charset=utf-8" : mediaType;
    }

    /**
     * Under which name what is at an address is saved, as {@code Content-Disposition} (RFC 6266) has it: the last part of the address.
     * Where nobody says so, Spring names whatever it does not know {@code f.txt}.
     *
     * @param path as it stands in addresses
     */
    public static String saved(String path) {
        String plain = path.replaceAll("/+(\\.|$)", "$1");
        String name = UriUtils.decode(plain.substring(plain.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
        ContentDisposition.Builder inline = ContentDisposition.inline();
        boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        return (isAscii ? inline.filename(name) : inline.filename(name, StandardCharsets.UTF_8))
                .build()
                .toString();
    }

    /** Headers of every form, the page too. */
    public static void describe(HttpServletResponse response, String path) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        StringJoiner links = new StringJoiner(", ");
        links.add("<" + path + ">; rel=\"canonical\"");
        for (RdfFormat format : RdfFormat.values()) {
            links.add("<" + path + "." + format.suffix() + ">; rel=\"alternate\"; type=\"" + format.mediaType() + "\"");
        }
        response.setHeader(
                HttpHeaders.LINK, links.add("</def/>; rel=\"describedby\"").toString());
    }
}
