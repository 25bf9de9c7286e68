package org.gongbao.review;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongbao.record.Box;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Place;
import tools.jackson.databind.json.JsonMapper;

/** Places as the journal and the database keep them: JSON, a box as an array of four. */
final class PlaceJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addMixIn(Box.class, ArrayOfFour.class).build();

    private PlaceJson() {}

    static String write(Place place) {
        return CanonicalJson.write(place);
    }

    static Place read(String json) {
        return MAPPER.readValue(json, Place.class);
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"x", "y", "width", "height"})
    private interface ArrayOfFour {}
}
