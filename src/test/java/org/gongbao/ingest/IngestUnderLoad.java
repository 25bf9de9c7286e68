package org.gongbao.ingest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that takes files in and publishes them until it is killed; it prints each file that it acknowledged. */
final class IngestUnderLoad {

    private IngestUnderLoad() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        String round = args[1];
        IngestWorld world = new IngestWorld(folder, url(folder));
        world.archive.recover();
        world.runner.start();
        Batch batch = world.ingest.open();
        for (int group = 0; ; group++) {
            List<IncomingFile> files = new ArrayList<>();
            StringBuilder promise = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                String name = round + "-" + group + "-" + i;
                byte[] bytes = text(name, i).getBytes(StandardCharsets.UTF_8);
                files.add(new IncomingFile(name + ".txt", () -> new ByteArrayInputStream(bytes), null));
                promise.append("TAKEN ").append(name).append('\n');
            }
            world.ingest.submitStreams(batch, files, true);
            System.out.print(promise);
            System.out.flush();
        }
    }

    /** Every fifth file is an issue of two documents. */
    private static String text(String name, int i) {
        return "通知" + name + (i == 0 ? "\n收录：甲" + name + "\n收录：乙" + name : "");
    }

    static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("gongbao.db");
    }
}
