package org.gongbao.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongbao.publication.LogVerifier;

/**
 * Open data: the triple store filled and asked, beside Fuseki where its class path was written; releases and
 * deltas beside the bare serialisation of the same documents; the log's root over many leaves.
 */
final class DataBench implements Bench {

    private static final int LEAVES = 100_000;

    @Override
    public String name() {
        return "data";
    }

    @Override
    public int documents() {
        return 10_000;
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        List<Figure> figures = new ArrayList<>(new LinkedDataFigures(plan).measure());
        figures.addAll(new ReleaseFigures(plan).measure());
        figures.add(Figure.of(name(), LEAVES + " leaves of the log verified", seconds(), "s"));
        return figures;
    }

    private static double seconds() {
        double last = 0;
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            LogVerifier.root(IntStream.range(0, LEAVES)
                    .mapToObj(seq -> ("{\"event\":\"released\",\"seq\":" + seq + ",\"sha256\":\"" + "0".repeat(64)
                                    + "\",\"sm3\":\"" + "0".repeat(64)
                                    + "\",\"time\":\"2024-03-01T00:00:00Z\",\"uid\":\"0000000000000000\",\"v\":1,\"version\":1}")
                            .getBytes(StandardCharsets.UTF_8))
                    .iterator());
            last = (System.nanoTime() - start) / 1e9;
        }
        return last;
    }
}
