package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which layers of a PDF are switched off when it is opened (可选内容, ISO 32000-1, 8.11): by the default configuration, or
 * because a layer says that it is not for the screen.
 */
final class PdfLayers {

    static final COSName OC = COSName.getPDFName("OC");

    private static final COSName GROUPS = COSName.getPDFName("OCGs");
    private static final COSName EXPRESSION = COSName.getPDFName("VE");

    /** Expressions nested deeper than this are not followed. */
    private static final int DEEPEST = 20;

    private final Set<COSDictionary> off = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfLayers() {}

    static PdfLayers of(PDDocument document) {
        PdfLayers layers = new PdfLayers();
        COSDictionary properties =
                document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("OCProperties"));
        if (properties != null) {
            COSDictionary configuration = properties.getCOSDictionary(COSName.D);
            layers.configure(properties, configuration == null ? new COSDictionary() : configuration);
        }
        return layers;
    }

    private void configure(COSDictionary properties, COSDictionary configuration) {
        if ("OFF".equals(configuration.getNameAsString("BaseState"))) {
            off.addAll(dictionaries(properties, GROUPS));
            dictionaries(configuration, COSName.getPDFName("ON")).forEach(off::remove);
        }
        off.addAll(dictionaries(configuration, COSName.getPDFName("OFF")));
        for (COSDictionary usage : dictionaries(configuration, COSName.getPDFName("AS"))) {
            if ("View".equals(usage.getNameAsString("Event"))) {
                dictionaries(usage, GROUPS).stream()
                        .filter(PdfLayers::isNotForTheScreen)
                        .forEach(off::add);
            }
        }
    }

    private static boolean isNotForTheScreen(COSDictionary group) {
        COSDictionary usage = group.getCOSDictionary(COSName.getPDFName("Usage"));
        COSDictionary view = usage == null ? null : usage.getCOSDictionary(COSName.getPDFName("View"));
        return view != null && "OFF".equals(view.getNameAsString("ViewState"));
    }

    /** Whether anything is switched off. */
    boolean areAnyOff() {
        return !off.isEmpty();
    }

    /** Whether what belongs to a layer, or to a combination of layers, is not shown. */
    boolean hide(@Nullable COSDictionary layer) {
        if (layer == null || off.isEmpty()) {
            return false;
        }
        if (!"OCMD".equals(layer.getNameAsString(COSName.TYPE))) {
            return off.contains(layer);
        }
        COSArray expression = layer.getCOSArray(EXPRESSION);
        return expression == null ? !isShown(layer) : !isTrue(expression, 0);
    }

    private boolean isShown(COSDictionary membership) {
        List<COSDictionary> groups = dictionaries(membership, GROUPS);
        String policy = membership.getNameAsString(COSName.P, "AnyOn");
        return groups.isEmpty()
                || switch (policy) {
                    case "AllOn" -> groups.stream().noneMatch(off::contains);
                    case "AnyOff" -> groups.stream().anyMatch(off::contains);
                    case "AllOff" -> off.containsAll(groups);
                    default -> !off.containsAll(groups);
                };
    }

    private boolean isTrue(@Nullable COSBase expression, int depth) {
        if (expression instanceof COSDictionary group) {
            return !off.contains(group);
        }
        if (!(expression instanceof COSArray array) || array.size() < 2 || depth > DEEPEST) {
            return true;
        }
        List<Boolean> operands = new ArrayList<>();
        for (int i = 1; i < array.size(); i++) {
            operands.add(isTrue(array.getObject(i), depth + 1));
        }
        return switch (String.valueOf(array.getName(0))) {
            case "Not" -> !operands.get(0);
            case "Or" -> operands.contains(true);
            default -> !operands.contains(false);
        };
    }

    /** The dictionaries of an array, or the one that stands in its place. */
    private static List<COSDictionary> dictionaries(COSDictionary holder, COSName key) {
        COSBase value = holder.getDictionaryObject(key);
        List<COSDictionary> found = new ArrayList<>();
        if (value instanceof COSDictionary single) {
            found.add(single);
        } else if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary dictionary) {
                    found.add(dictionary);
                }
            }
        }
        return found;
    }
}
