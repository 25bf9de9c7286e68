package org.gongbao.command;

import java.nio.file.Path;

/** Somebody else's way from a file to its plain text, to be measured against. */
interface TextReader extends AutoCloseable {

    String name();

    String text(Path file) throws Exception;

    @Override
    default void close() throws Exception {}
}
