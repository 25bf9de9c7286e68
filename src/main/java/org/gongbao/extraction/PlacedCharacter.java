package org.gongbao.extraction;

import org.gongbao.record.Box;

/** A character as it is drawn on a page (字符位置), with its box in points from the top left of the page as it is shown. */
public record PlacedCharacter(String text, Box box) {}
