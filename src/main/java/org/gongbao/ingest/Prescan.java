package org.gongbao.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Arrival;
import org.gongbao.archive.Quarantine;
import org.gongbao.archive.Quarantine.Kind;
import org.gongbao.archive.StorageException;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.Workers;
import org.gongbao.system.GongbaoSettings;

/**
 * The first step of every job whose file is still in the inbox (入库前检查): looks for a virus, then for a secrecy mark in
 * force, before anything of the file is kept. Such a file goes into the quarantine, and its receipt says that it is held and
 * nothing else.
 */
final class Prescan {

    private static final String TASK = "prescan";
    private static final String YES = "yes ";

    private final Archive archive;
    private final Quarantine quarantine;
    private final VirusScanner viruses;
    private final Workers workers;
    private final GongbaoSettings settings;

    Prescan(Archive archive, Quarantine quarantine, VirusScanner viruses, Workers workers, GongbaoSettings settings) {
        this.archive = archive;
        this.quarantine = quarantine;
        this.viruses = viruses;
        this.workers = workers;
        this.settings = settings;
    }

    /** What the receipt says where the file is in the quarantine; empty where the job may go on. */
    Optional<DocumentOutcome> held(Job job) {
        if (job.isBlanked()) {
            quarantine.endMove(job.receipt());
            return Optional.of(outcome(job, "held"));
        }
        Optional<Path> waiting = archive.waiting(job.receipt(), job.sha256());
        if (waiting.isEmpty() || quarantine.basis(job.sha256()).isPresent()) {
            return Optional.empty();
        }
        Path file = waiting.get();
        Optional<String> virus = viruses.scan(file);
        if (virus.isPresent()) {
            return Optional.of(hold(job, Kind.VIRUS, virus.get(), "virus"));
        }
        return level(job, file).map(level -> hold(job, Kind.MARK, level, "held"));
    }

    private Optional<String> level(Job job, Path file) {
        Map<String, String> options = new HashMap<>(Map.of("name", job.fileName()));
        if (settings.profiles() != null) {
            options.put("profiles", settings.profiles().toAbsolutePath().toString());
        }
        try {
            String answer = new String(workers.run(TASK, file, options), StandardCharsets.UTF_8);
            return answer.startsWith(YES) ? Optional.of(answer.substring(YES.length())) : Optional.empty();
        } catch (UnreadableFileException | WorkerFailedException e) {
            // Nobody can read a mark on it; the job itself finds out and says so.
            return Optional.empty();
        }
    }

    private DocumentOutcome hold(Job job, Kind kind, String level, String reason) {
        Arrival arrival = archive.arrival(job.receipt())
                .orElseThrow(() -> new StorageException("the receipt " + job.receipt() + " is not known"));
        quarantine.hold(arrival, kind, level, client -> ArrivalJobs.blank(client, job.receipt()));
        return outcome(job, reason);
    }

    private static DocumentOutcome outcome(Job job, String reason) {
        return new DocumentOutcome(
                ArrivalJobs.blankName(job.receipt()), 0, OutcomeKind.HELD, null, null, List.of(reason));
    }
}
