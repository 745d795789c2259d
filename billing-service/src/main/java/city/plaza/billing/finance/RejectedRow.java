package city.plaza.billing.finance;

import java.util.List;

/**
 * A row that was not imported, with one of its errors.
 *
 * @param error why it was not
 * @param fields what it holds, column by column; of a row that is cut short fewer
 */
record RejectedRow(RowError error, List<String> fields) {
}
