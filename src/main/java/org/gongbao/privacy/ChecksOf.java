package org.gongbao.privacy;

import java.nio.file.Path;
import org.gongbao.recognition.Profiles;
import org.gongbao.recognition.SecrecyMarks;
import org.jspecify.annotations.Nullable;

/** The check of finished copies by the profiles of a folder (成品复查); they are read once a worker, while the folder is the same. */
final class ChecksOf {

    private @Nullable PublicFileCheck known;
    private String key = "";

    PublicFileCheck of(@Nullable String profiles) {
        PublicFileCheck check = known;
        if (check == null || !key.equals(String.valueOf(profiles))) {
            Path folder = profiles == null ? null : Path.of(profiles);
            check = new PublicFileCheck(SecrecyMarks.of(Profiles.over(folder)), new PersonalDataFinder(folder));
            known = check;
            key = String.valueOf(profiles);
        }
        return check;
    }
}
