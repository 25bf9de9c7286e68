package org.gongbao.review;

import java.nio.file.Path;

/** The seal service of the office (电子签章): gives a PDF its seal. */
public interface SealService {

    /** Whether there is one. */
    boolean isOn();

    /**
     * Seals a PDF.
     *
     * @param pdf is not changed
     * @param sealed where the sealed one is written
     * @throws IssueRefusedException {@code seal-failed}
     */
    void seal(Path pdf, Path sealed);
}
