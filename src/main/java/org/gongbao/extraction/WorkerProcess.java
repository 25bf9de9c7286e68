package org.gongbao.extraction;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The program of a worker process: reads requests from standard input and runs them one after the other. It ends when its
 * input ends, also in the midst of work, so that no worker outlives its host.
 */
public final class WorkerProcess {

    private static final int OUT_OF_MEMORY = 3;

    private final FrameStream frames;
    private final Map<String, WorkerTask> tasks = new HashMap<>();
    private final BlockingQueue<Frame> inbox = new LinkedBlockingQueue<>();

    private WorkerProcess(FrameStream frames) {
        this.frames = frames;
        ServiceLoader.load(WorkerTask.class).forEach(task -> tasks.put(task.name(), task));
    }

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String place = System.getProperty(WorkerStart.FRAMES);
        OutputStream out = place == null ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(place, true);
        FrameStream frames = new FrameStream(new FileInputStream(FileDescriptor.in), out, Integer.MAX_VALUE);
        // Libraries that print or read must not touch the frames.
        System.setOut(System.err);
        System.setIn(new ByteArrayInputStream(new byte[0]));
        new WorkerProcess(frames).work();
    }

    private void work() throws IOException, InterruptedException {
        Thread reader = new Thread(this::read, "host");
        reader.setDaemon(true);
        reader.start();
        frames.send(new Frame(Frame.Kind.READY, new byte[0]));
        Map<Integer, byte[]> kept = new HashMap<>();
        while (true) {
            Frame frame = inbox.take();
            if (frame.kind() == Frame.Kind.KEPT) {
                DataInputStream fields = frame.fields();
                kept.put(fields.readInt(), fields.readAllBytes());
            } else {
                frames.send(answer(WorkerRequest.of(frame), kept));
                kept.clear();
            }
        }
    }

    private void read() {
        try {
            while (true) {
                inbox.add(frames.read());
            }
        } catch (IOException e) {
            deleteOwnFiles();
            Runtime.getRuntime().halt(0);
        }
    }

    private static void deleteOwnFiles() {
        try {
            Folders.delete(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            // The next host sweeps what is left.
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a parser throws belongs to this file alone
    private Frame answer(WorkerRequest request, Map<Integer, byte[]> kept) {
        WorkerTask task = tasks.get(request.task());
        if (task == null) {
            return failed("no task is called " + request.task() + "; there are " + tasks.keySet());
        }
        try {
            WorkerPages pages = new WorkerPages(frames, request, kept);
            return new Frame(Frame.Kind.RESULT, task.run(Path.of(request.file()), request.options(), pages));
        } catch (WorkerPages.Deferral e) {
            return new Frame(Frame.Kind.DEFER, new byte[0]);
        } catch (UnreadableFileException e) {
            return refused(e);
        } catch (OutOfMemoryError e) {
            System.err.println(e);
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
            throw e;
        } catch (Exception | StackOverflowError | LinkageError e) {
            return failed(description(e));
        }
    }

    private static Frame refused(UnreadableFileException e) {
        return Frame.of(Frame.Kind.REFUSED, out -> {
            out.writeUTF(e.code());
            out.writeUTF(shortened(String.valueOf(e.getMessage())));
        });
    }

    private static Frame failed(String message) {
        return Frame.of(Frame.Kind.FAILED, out -> out.writeUTF(shortened(message)));
    }

    private static String description(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return "the parser failed with " + e + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** A string in a frame holds at most 65,535 bytes. */
    private static String shortened(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return bytes.length < 30_000 ? message : message.substring(0, 5_000) + "…";
    }
}
