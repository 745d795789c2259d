package city.plaza.platform.audit;

import java.util.UUID;

import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether the trail is whole.
 *
 * @param whole whether nothing was found
 * @param entries how many were found whole, from the first on
 * @param head the last of them as {@code sequence:hash}, to keep elsewhere; null where
 * the trail is empty
 * @param waiting entries that are not sealed yet
 * @param finding what was found first; null where nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(boolean whole, long entries, @Nullable String head, long waiting, @Nullable Finding finding) {

	/** What is wrong with an entry. */
	enum Kind {

		/** Its content is not what was written, or this service did not write it. */
		CHANGED,
		/** It is sealed under a secret that this service does not have. */
		UNKNOWN_KEY,
		/** It is whole but stands in another's place. */
		MOVED,
		/** Its place in the sequence is empty. */
		MISSING,
		/** The trail ends before its head or before an anchor: its end was cut off. */
		CUT_OFF,
		/** Another entry stood here when the anchor was made: all was chained anew. */
		OTHER_THAN_ANCHORED;

		@JsonValue
		String code() {
			return Codes.of(this);
		}

	}

	/**
	 * The first thing that is wrong.
	 *
	 * @param sequence where
	 * @param kind what
	 * @param entry the id of the entry that stands there, if one does
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Finding(long sequence, Kind kind, @Nullable UUID entry) {
	}

}
