package org.gongbao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.OutcomeKind;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the whole program with the samples in it. It is started once and shared, so tests look only at documents that
 * they know.
 */
final class SampleProgram implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SampleProgram.class))
                .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    }

    /** The running program and what became of the samples. */
    record Shared(RunningProgram program, Path data, List<DocumentOutcome> samples) implements AutoCloseable {

        private static Shared start() {
            try {
                Path data = Files.createTempDirectory("gongbao-samples");
                RunningProgram program = RunningProgram.start(data, true, DroppingMaker.class);
                return new Shared(program, data, program.get(Ingest.class).outcomes(new Batch(1)));
            } catch (Exception e) {
                throw new IllegalStateException("the program does not start with its samples", e);
            }
        }

        List<DocumentOutcome> published() {
            return samples.stream()
                    .filter(outcome -> outcome.kind() == OutcomeKind.PUBLISHED)
                    .toList();
        }

        @Override
        public void close() throws Exception {
            program.close();
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
