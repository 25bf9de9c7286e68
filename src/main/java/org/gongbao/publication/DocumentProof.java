package org.gongbao.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a downloaded file offline with the proof that was downloaded beside it: the file is of the package whose manifest has
 * the digest that the leaf states, and the leaf is in the log whose checkpoint the key signed.
 */
public final class DocumentProof {

    private DocumentProof() {}

    /**
     * What the proof does not show; empty where it shows everything.
     *
     * @param proof as {@code /doc/{uid}/proof} gave it
     * @param sha256 of the file
     * @param verifier the log's key
     */
    public static Optional<String> difference(byte[] proof, String sha256, String verifier) {
        try {
            JsonNode json = JsonMapper.shared().readTree(proof);
            String leaf = json.required("leaf").asString();
            Checkpoint checkpoint =
                    Checkpoint.verify(json.required("checkpoint").asString(), verifier);
            List<byte[]> path = new ArrayList<>();
            json.required("path").forEach(hash -> path.add(Base64.getDecoder().decode(hash.asString())));
            byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
            long index = json.required("index").asLong();
            if (!LogVerifier.includes(checkpoint.root(), checkpoint.size(), index, bytes, path)) {
                return Optional.of("the event of the proof is not in the log of its checkpoint");
            }
            if (!json.has("manifest")) {
                return Optional.of("the document may be read no more, so that its proof has no manifest");
            }
            byte[] manifest = json.required("manifest").asString().getBytes(StandardCharsets.UTF_8);
            JsonNode event = JsonMapper.shared().readTree(leaf);
            if (!Digests.sha256(manifest).equals(event.required("sha256").asString())) {
                return Optional.of("the manifest of the proof is not the one of event " + (index + 1));
            }
            boolean isOfPackage = Manifest.read(manifest).files().stream()
                    .anyMatch(file -> file.sha256().equals(sha256));
            return isOfPackage
                    ? Optional.empty()
                    : Optional.of("the file is none of those that event " + (index + 1) + " published");
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.of("the proof cannot be believed: " + e.getMessage());
        }
    }
}
