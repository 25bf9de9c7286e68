package org.gongbao.review;

import java.util.Optional;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.Uid;

/** What the desk says when a document is about to go out (发布规则). */
public interface ReleaseRule {

    /** Why the desk does not let a document go out yet; empty where it may, or never was on the desk. */
    Optional<String> obstacle(Uid uid);

    /** The correction with which a document that is public goes out anew; empty where it is none. */
    Optional<PublicCorrection> amendment(Uid uid);

    /** Where there is no desk. */
    ReleaseRule NONE = new ReleaseRule() {
        @Override
        public Optional<String> obstacle(Uid uid) {
            return Optional.empty();
        }

        @Override
        public Optional<PublicCorrection> amendment(Uid uid) {
            return Optional.empty();
        }
    };
}
