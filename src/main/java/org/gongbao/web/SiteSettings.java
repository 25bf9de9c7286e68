package org.gongbao.web;

import jakarta.validation.constraints.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What a government website has to say of itself on every page (国办发〔2017〕47号): in meta tags and at the foot.
 *
 * @param name name of the website; null for the program's own words
 * @param host who answers for it (主办单位)
 * @param undertaker who runs it (承办单位)
 * @param contact how to reach them: a telephone number, an address
 * @param idCode its identification code (网站标识码) of ten digits
 * @param icp number of its ICP filing (ICP备案号)
 * @param police number of its filing with the police (公安备案号)
 * @param applications where one applies for information (依申请公开)
 * @param hotline where the government's hotline 12345 is reached
 * @param privacy privacy rules of its own; null for the page that says what this program does
 */
@Validated
@ConfigurationProperties("gongbao.site")
public record SiteSettings(
        @Nullable String name,
        @Nullable String host,
        @Nullable String undertaker,
        @Nullable String contact,

        @Nullable @Pattern(regexp = "[0-9]{10}") String idCode,
        @Nullable String icp,
        @Nullable String police,

        @Nullable @Pattern(regexp = WEB) String applications,
        @Nullable @Pattern(regexp = WEB) String hotline,
        @Nullable @Pattern(regexp = WEB) String privacy) {

    /** An address that a browser opens as a page, never a script; or a path of this site. */
    private static final String WEB = "(https?:/)?/[^\\s\"<>]*";

    /** A key that is there without a value is as good as none. */
    public SiteSettings {
        name = blankToNull(name);
        host = blankToNull(host);
        undertaker = blankToNull(undertaker);
        contact = blankToNull(contact);
        idCode = blankToNull(idCode);
        icp = blankToNull(icp);
        police = blankToNull(police);
        applications = blankToNull(applications);
        hotline = blankToNull(hotline);
        privacy = blankToNull(privacy);
    }

    /** The keys of the foot that say nothing; a website of a government may not do without them. */
    List<String> empty() {
        Map<String, @Nullable String> said = new LinkedHashMap<>();
        said.put("host", host);
        said.put("undertaker", undertaker);
        said.put("contact", contact);
        said.put("id-code", idCode);
        said.put("icp", icp);
        said.put("police", police);
        said.put("applications", applications);
        said.put("hotline", hotline);
        return said.entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(entry -> "gongbao.site." + entry.getKey())
                .toList();
    }

    /** The digits of the filing with the police, by which the ministry's register shows it. */
    public String policeDigits() {
        return police == null ? "" : police.replaceAll("\\D", "");
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
