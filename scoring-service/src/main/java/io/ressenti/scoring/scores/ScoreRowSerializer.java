package io.ressenti.scoring.scores;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.scoring.model.Rounded;
import java.io.IOException;
import java.util.Map;

/**
 * Writes rows as {@link ScoreRow} says, without looking at each of them by reflection, nor for the shortest form of each number: an
 * answer may have a hundred thousand, and writing was half of its time.
 */
@RegisterForReflection
final class ScoreRowSerializer extends JsonSerializer<ScoreRow> {

    private static final SerializableString BUCKET = new SerializedString("bucket");
    private static final SerializableString N = new SerializedString("n");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString LOW = new SerializedString("low");
    private static final SerializableString HIGH = new SerializedString("high");
    private static final SerializableString MEAN = new SerializedString("mean");
    private static final SerializableString SHARE = new SerializedString("share");
    private static final SerializableString TOO_FEW = new SerializedString("tooFew");

    @Override
    public void serialize(ScoreRow row, JsonGenerator json, SerializerProvider provider) throws IOException {
        var text = new char[Rounded.LONGEST];
        json.writeStartObject();
        if (row.bucket() != null) {
            json.writeFieldName(BUCKET);
            json.writeString(row.bucket());
        }
        json.writeFieldName(N);
        json.writeNumber(row.n());
        write(json, VALUE, row.value(), text);
        writeOrNull(json, LOW, row.low(), text);
        writeOrNull(json, HIGH, row.high(), text);
        if (row.mean() != null) {
            write(json, MEAN, row.mean(), text);
        }
        if (row.share() != null) {
            write(json, SHARE, row.share(), text);
        }
        json.writeFieldName(TOO_FEW);
        json.writeBoolean(row.tooFew());
        for (Map.Entry<String, String> dimension : row.dimensions().entrySet()) {
            json.writeStringField(dimension.getKey(), dimension.getValue());
        }
        json.writeEndObject();
    }

    private static void writeOrNull(JsonGenerator json, SerializableString name, Double number, char[] text)
            throws IOException {
        if (number == null) {
            json.writeFieldName(name);
            json.writeNull();
        } else {
            write(json, name, number, text);
        }
    }

    private static void write(JsonGenerator json, SerializableString name, double number, char[] text)
            throws IOException {
        json.writeFieldName(name);
        var start = Rounded.write(number, text);
        json.writeNumber(text, start, text.length - start);
    }
}
