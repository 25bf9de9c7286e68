package org.gongbao.extraction;

import java.nio.file.Path;
import java.util.Map;

/**
 * Runs tasks on untrusted files in warm child processes with bounded memory and time. A worker that dies, hangs or grows
 * is replaced; its neighbours do not notice. Safe for use by several threads.
 */
public interface Workers extends AutoCloseable {

    /**
     * Runs a task to its end, in the fast lane first and in the slow lane after that.
     *
     * @param task name of a {@link WorkerTask}
     * @return what the task returned
     * @throws UnreadableFileException when the task refused the file
     * @throws WorkerFailedException when the file cost its worker the life, or more time or memory than it may
     */
    byte[] run(String task, Path file, Map<String, String> options);

    @Override
    void close();
}
