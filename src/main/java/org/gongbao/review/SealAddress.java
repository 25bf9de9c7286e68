package org.gongbao.review;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a server of the office seal: the PDF is sent by POST, and the sealed one is the answer. Redirections are not followed. */
final class SealAddress implements SealService {

    private static final Logger LOG = LoggerFactory.getLogger(SealAddress.class);

    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private final URI address;
    private final Duration timeout;

    SealAddress(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void seal(Path pdf, Path sealed) {
        int status = post(pdf, sealed);
        if (status != 200) {
            throw failed("answered with " + status);
        }
        if (!isPdf(sealed)) {
            LOG.warn("The seal service {} answered with something that is no PDF", address);
            throw new IssueRefusedException("seal-no-pdf", "the seal service answered with no PDF");
        }
    }

    /** The time is that of the whole exchange, the answer's bytes included. */
    private int post(Path pdf, Path sealed) {
        CompletableFuture<HttpResponse<Path>> answer = null;
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build();
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/pdf")
                    .header("Accept", "application/pdf")
                    .POST(HttpRequest.BodyPublishers.ofFile(pdf))
                    .build();
            answer = client.sendAsync(request, BodyHandlers.ofFile(sealed));
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed("took longer than " + timeout);
        } catch (ExecutionException | IOException e) {
            throw failed("cannot be asked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        }
    }

    private static boolean isPdf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(PDF.length), PDF);
        } catch (IOException e) {
            return false;
        }
    }

    private IssueRefusedException failed(String what) {
        LOG.warn("The seal service {} {}", address, what);
        return new IssueRefusedException("seal-failed", "the seal service " + what);
    }
}
