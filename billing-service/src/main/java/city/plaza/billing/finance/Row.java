package city.plaza.billing.finance;

import java.util.List;

/**
 * A row of a file, as it stands there but for white space around its fields.
 *
 * @param line of the file, from 1, where the row begins
 * @param key what rows belong together by
 * @param fields in the order of the columns; as many as the row has
 * @param isRepeated whether an earlier row has its reference
 */
record Row(int line, String key, List<String> fields, boolean isRepeated) {
}
