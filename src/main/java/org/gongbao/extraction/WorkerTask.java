package org.gongbao.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Work on one untrusted file that runs in a worker process. Found by {@link java.util.ServiceLoader} there, so it needs
 * a public constructor without arguments.
 */
public interface WorkerTask {

    /** The name by which {@link Workers#run} asks for it. */
    String name();

    /**
     * Does the work.
     *
     * @param options what the task needs beside the file
     * @param pages results of pages that an earlier try finished, and where to keep further ones
     * @return the result in the task's own form
     * @throws UnreadableFileException when nothing of the file can be read
     */
    byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException;

    /** Results by page, kept outside the worker, so that a killed task goes on where it stopped. */
    interface Pages {

        /**
         * What an earlier try kept for the page, numbered from 1. Where there is nothing, the host takes the page for begun:
         * its time runs from here, and it is blamed when the worker dies.
         */
        Optional<byte[]> kept(int page);

        /** Keeps the result of a page; also tells the host that work goes on. */
        void keep(int page, byte[] result);

        /**
         * Tells the host how many pages the file has and whether they must be recognised from images. Said again, it ends a
         * page that was begun and of which there is nothing to keep.
         */
        void expect(int pages, boolean ocr);

        /** Whether the page cost two workers the life, so that it must be left out, with a finding. */
        default boolean givenUp(int page) {
            return false;
        }

        /** Keeps nothing and knows of no earlier try: for use outside a worker. */
        Pages NONE = new Pages() {
            @Override
            public Optional<byte[]> kept(int page) {
                return Optional.empty();
            }

            @Override
            public void keep(int page, byte[] result) {}

            @Override
            public void expect(int pages, boolean ocr) {}
        };
    }
}
