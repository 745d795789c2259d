package city.plaza.billing.finance;

import java.util.List;

/** Why a file is not taken at all. */
sealed interface ImportRefusal {

	/**
	 * Its first line does not name the columns.
	 *
	 * @param expected what it should be
	 */
	record WrongHeader(List<String> expected) implements ImportRefusal {
	}

	/**
	 * It is not UTF-8.
	 *
	 * @param line the first that is not
	 */
	record WrongEncoding(int line) implements ImportRefusal {
	}

	/**
	 * It is no CSV: a quote is not closed, or something follows one.
	 *
	 * @param line where it goes wrong
	 */
	record MalformedFile(long line) implements ImportRefusal {
	}

	/** Another import is under way. */
	record Busy() implements ImportRefusal {
	}

}
