package org.gongbao.privacy;

import org.gongbao.record.DocumentRecord;

/** Marks personal data (个人信息) in records: kind and place, never the value. */
public final class PersonalData {

    private PersonalData() {}

    /** The record with the personal data found in its text and in the texts of its items. */
    public static DocumentRecord mark(DocumentRecord record) {
        return record.toBuilder()
                .personalData(PersonalDataFinder.find(record))
                .items(record.items().stream().map(PersonalData::mark).toList())
                .build();
    }
}
