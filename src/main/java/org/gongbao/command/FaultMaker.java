package org.gongbao.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes damaged documents out of whole ones. The file of a number depends on the seed and the number alone, so that each can
 * be made again by itself.
 */
final class FaultMaker {

    /** One in so many is made from a document that has to be recognised from images, which takes a hundred times as long. */
    private static final int COSTLY = 50;

    private final List<FaultSeed> all;
    private final List<FaultSeed> cheap;
    private final List<FaultSeed> costly;
    private final long seed;

    FaultMaker(List<FaultSeed> seeds, long seed) {
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("no document came, expected at least one to damage");
        }
        this.all = List.copyOf(seeds);
        this.cheap = seeds.stream().filter(whole -> !whole.costly()).toList();
        this.costly = seeds.stream().filter(FaultSeed::costly).toList();
        this.seed = seed;
    }

    FaultyFile file(int number) {
        // Near seeds would give like numbers at first, so the two are spread over all bits.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
        random.nextLong();
        boolean seldom = cheap.isEmpty() || !costly.isEmpty() && random.nextInt(COSTLY) == 0;
        FaultSeed whole = pick(seldom ? costly : cheap, random);
        ByteMutation mutation = ByteMutation.any(random);
        byte[] other = pick(all, random).content();
        boolean inside = random.nextInt(3) > 0;
        byte[] damaged = inside ? inside(whole, mutation, other, random) : whole.content();
        boolean untouched = damaged == whole.content();
        if (untouched) {
            damaged = mutation.apply(damaged, other, random);
        }
        String way = (untouched ? "" : "inside-") + mutation.name().toLowerCase(Locale.ROOT);
        return new FaultyFile(String.format(Locale.ROOT, "%d-%06d-%s-%s", seed, number, way, whole.name()), damaged);
    }

    /** Damages a part of a container; a part that cannot be put back leaves the file as it was. */
    private static byte[] inside(FaultSeed whole, ByteMutation mutation, byte[] other, Random random) {
        try {
            if (whole.isZip()) {
                return PartMutation.ofZip(whole.content(), mutation, other, random);
            } else if (whole.isOle()) {
                return PartMutation.ofOle(whole.content(), mutation, other, random);
            } else if (whole.isPdf()) {
                return PdfMutation.of(whole.content(), mutation, other, random);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return whole.content();
        }
        return whole.content();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
