package org.gongbao.extraction;

/**
 * A page.
 *
 * @param number from 1
 * @param width in PDF points, as the page is shown (turned pages are turned)
 * @param height in PDF points
 * @param recognisedByOcr whether its text was recognised from its image
 */
public record Page(int number, double width, double height, boolean recognisedByOcr) {}
