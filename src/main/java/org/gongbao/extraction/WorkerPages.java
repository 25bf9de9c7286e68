package org.gongbao.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The pages of a file inside a worker: tells the host of each step. */
final class WorkerPages implements WorkerTask.Pages {

    private final FrameStream frames;
    private final WorkerRequest request;
    private final Map<Integer, byte[]> kept;

    WorkerPages(FrameStream frames, WorkerRequest request, Map<Integer, byte[]> kept) {
        this.frames = frames;
        this.request = request;
        this.kept = kept;
    }

    @Override
    public Optional<byte[]> kept(int page) {
        byte[] result = kept.get(page);
        if (result == null && !givenUp(page)) {
            send(Frame.of(Frame.Kind.BEGIN, out -> out.writeInt(page)));
        }
        return Optional.ofNullable(result);
    }

    @Override
    public void keep(int page, byte[] result) {
        send(Frame.page(Frame.Kind.KEEP, page, result));
    }

    @Override
    public void expect(int pages, boolean ocr) {
        if (ocr && !request.recognises()) {
            throw new Deferral();
        }
        send(Frame.of(Frame.Kind.EXPECT, out -> {
            out.writeInt(pages);
            out.writeBoolean(ocr);
        }));
    }

    @Override
    public boolean givenUp(int page) {
        return request.givenUp().contains(page) || request.restGivenUp() && !kept.containsKey(page);
    }

    private void send(Frame frame) {
        try {
            frames.send(frame);
        } catch (IOException e) {
            throw new UncheckedIOException("the host is gone", e);
        }
    }

    /** Ends a task that must recognise images in a lane that does not. An error, so that no parser's handler stops it. */
    static final class Deferral extends Error {

        private static final long serialVersionUID = 1;

        Deferral() {
            super("images must be recognised", null, false, false);
        }
    }
}
