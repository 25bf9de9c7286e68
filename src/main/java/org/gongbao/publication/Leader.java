package org.gongbao.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The log and the packages that a mirror follows, wherever they are. What cannot be had for the moment is thrown. */
interface Leader {

    /** The newest checkpoint, as signed. */
    String checkpoint() throws IOException, InterruptedException;

    /** The leaves of a bundle of entries, as many as asked for. */
    List<String> leaves(long index, int width) throws IOException, InterruptedException;

    /** An event with what is kept beside it. */
    String event(long seq) throws IOException, InterruptedException;

    /** A file of the package of an event, as it comes; empty where it may be read no more. */
    Optional<Path> file(long seq, String name, Path to) throws IOException, InterruptedException;
}
