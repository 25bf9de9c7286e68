package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.extraction.Workers;

/** Makes public copies here; the worker processes have tests of their own. */
final class InThisProcess implements Workers {

    @Override
    public byte[] run(String task, Path file, Map<String, String> options) {
        assertThat(task).isEqualTo(PublicCopyTask.NAME);
        return new PublicCopyTask().run(file, options, WorkerTask.Pages.NONE);
    }

    @Override
    public void close() {}
}
