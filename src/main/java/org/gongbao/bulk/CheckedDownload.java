package org.gongbao.bulk;

import java.io.IOException;
import java.nio.file.Path;
import org.gongbao.publication.RemoteSite;

/** Takes files of another instance, each compared with what the log's key signed. */
final class CheckedDownload {

    private final RemoteSite leader;
    private final String verifier;

    CheckedDownload(RemoteSite leader, String verifier) {
        this.leader = leader;
        this.verifier = verifier;
    }

    /** A manifest as it came, and the signature that is of these very bytes. */
    record Signed(String path, byte[] json, String signature) {}

    /** @throws IllegalStateException where the manifest is not signed by the log's key */
    Signed manifest(String path, String of) throws IOException, InterruptedException {
        Signed signed = new Signed(path, leader.bytes(path), leader.text(path + ".sig"));
        if (!ReleaseManifest.isSigned(signed.json(), signed.signature(), verifier)) {
            throw new IllegalStateException("the manifest of the " + of + " is not signed by the log's key");
        }
        return signed;
    }

    /**
     * Takes a file that lies beside its manifest.
     *
     * @throws IllegalStateException where it is not what the manifest says
     */
    void take(Signed manifest, Release.ReleaseFile file, Path to) throws IOException, InterruptedException {
        String path = manifest.path();
        leader.file(path.substring(0, path.lastIndexOf('/') + 1) + file.name(), to);
        if (!Digest.ofFile(to).equals(file.sha256())) {
            throw new IllegalStateException(file.name() + " is not what the manifest says");
        }
    }
}
