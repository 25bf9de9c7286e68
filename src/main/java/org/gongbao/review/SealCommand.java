package org.gongbao.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a program of the office seal: it is called with two file names and ends with 0. */
final class SealCommand implements SealService {

    private static final Logger LOG = LoggerFactory.getLogger(SealCommand.class);

    private final SealSettings settings;

    SealCommand(SealSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isOn() {
        return settings.command() != null;
    }

    @Override
    public void seal(Path pdf, Path sealed) {
        String command = settings.command();
        if (command == null) {
            throw new IllegalStateException("no seal service is set");
        }
        Process process = null;
        try {
            process = new ProcessBuilder(command, pdf.toString(), sealed.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended || process.exitValue() != 0 || !Files.isRegularFile(sealed)) {
                String what = ended ? "ended with " + process.exitValue() : "took longer than " + settings.timeout();
                LOG.warn("The seal service {} {}", command, what);
                throw new IssueRefusedException("seal-failed", "the seal service " + what);
            }
        } catch (IOException e) {
            LOG.warn("The seal service {} cannot be called: {}", command, e.getMessage());
            throw new IssueRefusedException("seal-failed", "the seal service cannot be called");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IssueRefusedException("seal-failed", "interrupted while the seal service worked");
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
