package org.gongbao.bulk;

import java.io.IOException;
import java.nio.file.Path;
import org.gongbao.publication.RemoteSite;

/** What the instance gives whose data is mirrored: manifests that the log's key signed, and files that are what these say. */
final class SignedFiles {

    private final RemoteSite leader;
    private final String verifier;

    SignedFiles(RemoteSite leader, String verifier) {
        this.leader = leader;
        this.verifier = verifier;
    }

    /**
     * The manifest at a path.
     *
     * @param of what it is the manifest of
     */
    byte[] manifest(String path, String of) throws IOException, InterruptedException {
        byte[] json = leader.bytes(path);
        if (!ReleaseManifest.isSigned(json, leader.text(path + ".sig"), verifier)) {
            throw new IllegalStateException("the manifest of the " + of + " is not signed by the log's key");
        }
        return json;
    }

    /** @param manifest the path of the manifest beside the file */
    void take(String manifest, Release.ReleaseFile file, Path to) throws IOException, InterruptedException {
        leader.file(manifest.substring(0, manifest.lastIndexOf('/') + 1) + file.name(), to);
        if (!Digest.ofFile(to).equals(file.sha256())) {
            throw new IllegalStateException(file.name() + " is not what the manifest says");
        }
    }
}
