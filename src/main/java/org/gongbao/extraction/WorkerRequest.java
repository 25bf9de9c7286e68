package org.gongbao.extraction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The work that a worker process is asked to do.
 *
 * @param file absolute path
 * @param recognises whether this lane recognises images; where not, a task that must is deferred
 * @param givenUp pages that cost two workers the life
 * @param restGivenUp whether every page not kept is given up
 */
record WorkerRequest(
        String task,
        String file,
        Map<String, String> options,
        boolean recognises,
        Set<Integer> givenUp,
        boolean restGivenUp) {

    Frame frame() {
        return Frame.of(Frame.Kind.RUN, out -> {
            out.writeUTF(task);
            writeLong(out, file);
            out.writeInt(options.size());
            for (Map.Entry<String, String> option : options.entrySet()) {
                out.writeUTF(option.getKey());
                writeLong(out, option.getValue());
            }
            out.writeBoolean(recognises);
            out.writeInt(givenUp.size());
            for (int page : givenUp) {
                out.writeInt(page);
            }
            out.writeBoolean(restGivenUp);
        });
    }

    static WorkerRequest of(Frame frame) throws IOException {
        DataInputStream in = frame.fields();
        String task = in.readUTF();
        String file = readLong(in);
        Map<String, String> options = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            options.put(in.readUTF(), readLong(in));
        }
        boolean recognises = in.readBoolean();
        Set<Integer> givenUp = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            givenUp.add(in.readInt());
        }
        return new WorkerRequest(task, file, options, recognises, givenUp, in.readBoolean());
    }

    /** A text of any length: an option may be a whole sidecar, and writeUTF ends at 65,535 bytes. */
    private static void writeLong(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readLong(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
