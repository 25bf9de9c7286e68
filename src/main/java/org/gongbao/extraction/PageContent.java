package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;

/** What is drawn on one page: characters, lines, pictures, in the order of drawing; before any of it is understood. */
final class PageContent {

    final int number;
    final double width;
    final double height;
    final List<Glyph> glyphs = new ArrayList<>();

    /** Drawn in no colour (text rendering mode 3): a text layer over a scan, or hidden. */
    final List<Glyph> invisible = new ArrayList<>();

    final List<Ruling> rulings = new ArrayList<>();
    final List<Box> pictures = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    /** What was drawn over characters, whether it hides them or not. */
    final List<CoveredText.Cover> covers = new ArrayList<>();

    /** Characters of which the file does not say what they mean. */
    int unmapped;

    /** Whether anything at all is drawn. */
    boolean marked;

    /** Whether the page asked for more work than it was given, so that only a part of it was read. */
    boolean tooCostly;

    PageContent(int number, double width, double height) {
        this.number = number;
        this.width = width;
        this.height = height;
    }

    /** Whether pictures cover at least the given part of the page. */
    boolean picturesCover(double part) {
        double covered = 0;
        for (Box picture : pictures) {
            double w = Math.min(picture.right(), width) - Math.max(picture.x(), 0);
            double h = Math.min(picture.bottom(), height) - Math.max(picture.y(), 0);
            covered += Math.max(w, 0) * Math.max(h, 0);
        }
        return covered >= part * width * height;
    }

    void add(Finding finding) {
        findings.add(finding.onPage(number));
    }
}
