package org.gongbao.command;

/**
 * A whole document that damaged ones are made from.
 *
 * @param costly whether its pages are recognised from images, so that it is taken seldom
 */
record FaultSeed(String name, byte[] content, boolean costly) {

    FaultSeed asCostly(boolean value) {
        return new FaultSeed(name, content, value);
    }

    /** Whether it is a container of the ZIP family: DOCX, XLSX, OFD, ZIP. */
    boolean isZip() {
        return starts('P', 'K', 3, 4);
    }

    /** Whether it is a container of the OLE2 family: DOC, WPS, XLS. */
    boolean isOle() {
        return starts(0xD0, 0xCF, 0x11, 0xE0);
    }

    boolean isPdf() {
        return starts('%', 'P', 'D', 'F');
    }

    private boolean starts(int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
