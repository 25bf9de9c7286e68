package org.gongbao.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That register, packages and every projection held the same when they were compared (对账证明). It names what is public alone.
 *
 * @param position of the log; everything was compared at this one
 * @param root of the log at the position, in hexadecimal digits
 * @param scope {@link #ALL}, or {@link #CHANGED}: what changed since the certificate before
 * @param everything when everything was compared last
 */
public record Certificate(
        String schema,
        String origin,
        long position,
        String root,
        Instant time,
        String scope,
        Instant everything,
        List<Compared> compared) {

    static final String SCHEMA = "gongbao-certificate/1";
    static final String ALL = "all";
    static final String CHANGED = "changed";

    public Certificate {
        compared = List.copyOf(compared);
    }

    /** Number of what differs and could not be repaired. */
    public long differing() {
        return compared.stream().mapToLong(part -> part.differing().count()).sum();
    }

    /**
     * What is signed: two lines, the first of which no checkpoint begins with. A checkpoint has three, so that neither can be
     * taken for the other.
     */
    private String text() {
        return SCHEMA + "\n" + CanonicalJson.write(this) + "\n";
    }

    /** RFC 8785 JSON with the members {@code certificate} and {@code signature}; the latter as in a C2SP signed note. */
    byte[] signed(LogSigner signer) {
        return json(signer.signText(text()));
    }

    private byte[] json(String signature) {
        return CanonicalJson.bytes(Map.of("certificate", this, "signature", signature));
    }

    /**
     * Reads a signed certificate.
     *
     * @param verifier the log's key as {@code name+hash+base64}
     * @throws IllegalArgumentException where a byte of it is not what was signed by that key
     */
    public static Certificate verify(byte[] json, String verifier) {
        try {
            JsonNode read = JsonMapper.shared().readTree(json);
            Certificate certificate = JsonMapper.shared().treeToValue(read.required("certificate"), Certificate.class);
            String signature = read.required("signature").asString();
            boolean isWhole = SCHEMA.equals(certificate.schema()) && Arrays.equals(json, certificate.json(signature));
            if (isWhole && Checkpoint.isSigned(certificate.text(), signature, verifier)) {
                return certificate;
            }
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("no certificate: " + new String(json, StandardCharsets.UTF_8), e);
        }
        throw new IllegalArgumentException("the certificate is not what was signed by " + verifier);
    }
}
