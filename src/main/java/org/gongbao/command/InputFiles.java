package org.gongbao.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Files named on a command line; a folder stands for the documents in it, in the order of their names. A folder that cannot
 * be read stays in the list, so that whoever reads the files says so.
 */
final class InputFiles {

    private InputFiles() {}

    static List<Path> of(List<Path> inputs) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                files.addAll(inside(input));
            } else {
                files.add(input);
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean leadsNowhere = attributes.isSymbolicLink() && !Files.exists(file);
                if ((Files.isRegularFile(file) || leadsNowhere)
                        && isDocument(file.getFileName().toString())) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path unreadable, IOException why) {
                files.add(unreadable);
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    /** What describes documents is none itself. */
    static boolean isDocument(String name) {
        return !name.startsWith(".")
                && !name.startsWith("README")
                && !name.endsWith(".expected.json")
                && !name.endsWith(".meta.json");
    }
}
