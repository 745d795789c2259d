package city.plaza.billing.finance;

import java.time.Instant;

import city.plaza.billing.money.Money;
import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Web payments that finance fetched together.
 *
 * @param id random
 * @param createdAt when they were fetched
 * @param lines how many parts of payments
 * @param total of all lines
 * @param createdBy who made it
 * @param state whether its lines are posted
 * @param postedLines of how many lines something is posted
 * @param postedTotal what is posted of them, reversals aside
 */
record ExportBatch(ExportId id, Instant createdAt, long lines, Money total, StaffMember createdBy, State state,
		long postedLines, Money postedTotal) {

	ExportBatch(ExportId id, Instant createdAt, long lines, Money total, StaffMember createdBy, long postedLines,
			Money postedTotal) {
		this(id, createdAt, lines, total, createdBy, State.of(lines, postedLines), postedLines, postedTotal);
	}

	/** Whether the lines of an export are posted. */
	enum State {

		/** Nothing of it is. */
		OPEN,

		/** Some lines are. */
		PARTLY_POSTED,

		/** Something of every line is. */
		POSTED;

		static State of(long lines, long posted) {
			return (posted == 0) ? OPEN : (posted < lines) ? PARTLY_POSTED : POSTED;
		}

		@JsonValue
		String code() {
			return Codes.of(this);
		}

	}

}
