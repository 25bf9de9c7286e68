package org.gongbao.archive;

/** Bytes could not be stored or read: the disk is full, a file differs from its digest. The message says which. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageException(String message) {
        super(message);
    }
}
