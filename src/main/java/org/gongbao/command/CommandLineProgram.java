package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands of {@code java -jar gongbao.jar}. Settings such as {@code --gongbao.data=FOLDER} may stand anywhere beside
 * a command's own options.
 */
public final class CommandLineProgram {

    /** The exit status of a command whose work goes on in the background: the server's. */
    public static final int KEEPS_RUNNING = -1;

    /** A setting has a dotted name: {@code --server.port=8081}. */
    private static final Pattern SETTING =
            Pattern.compile("--[a-z][a-z0-9-]*(\\.[A-Za-z0-9-\\[\\]]+)+(=.*)?", Pattern.DOTALL);

    private final Class<?> application;

    /** @param application the Spring application that the commands start */
    public CommandLineProgram(Class<?> application) {
        this.application = application;
    }

    /** Runs the command and returns its exit status, 0 for success. */
    public int run(String... arguments) {
        List<String> settings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            (SETTING.matcher(argument).matches() ? settings : words).add(argument);
        }
        Settings shared = new Settings(application, settings);
        CommandLine line = new CommandLine(new Root(shared))
                .addSubcommand(new ServeCommand(shared))
                .addSubcommand(new ExtractCommand(shared))
                .addSubcommand(new IngestCommand(shared))
                .addSubcommand(new PublishCommand(shared))
                .addSubcommand(new ReprocessCommand(shared))
                .addSubcommand(new RebuildCommand(shared))
                .addSubcommand(new VerifyCommand(shared))
                .addSubcommand(new QuarantineCommand(shared))
                .addSubcommand(new EraseCommand(shared))
                .addSubcommand(new AccountCommand(shared))
                .addSubcommand(new FollowCommand(shared))
                .addSubcommand(new BackupCommand(shared))
                .addSubcommand(new RestoreCommand(shared))
                .addSubcommand(new CommandLine(new BenchCommand(shared)).addSubcommand(new QualityCommand(shared)));
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line.execute(words.toArray(String[]::new));
    }

    @Command(
            name = "gongbao",
            mixinStandardHelpOptions = true,
            description = "Turns a government's gazettes and policy documents into an open, verifiable public record.",
            footer =
                    "Every command takes settings beside its options, such as --gongbao.data=FOLDER or --server.port=8081.")
    private static final class Root implements java.util.concurrent.Callable<Integer> {
        private final Settings settings;

        Root(Settings settings) {
            this.settings = settings;
        }

        @Override
        public Integer call() {
            return new ServeCommand(settings).call();
        }
    }
}
