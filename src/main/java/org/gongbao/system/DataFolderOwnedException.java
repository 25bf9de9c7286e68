package org.gongbao.system;

import java.nio.file.Path;

/** Another process owns the data folder. */
public final class DataFolderOwnedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataFolderOwnedException(Path folder) {
        super("the data folder " + folder + " is in use by another process; stop that one, or give another folder"
                + " with --gongbao.data=FOLDER");
    }
}
