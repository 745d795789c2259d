package city.plaza.identity.legacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * A whole file, read: the rows that can be taken, and what is wrong with the others.
 *
 * @param people of the valid rows; no address twice
 * @param rows of the file without its header
 * @param errors of the rejected rows, the first {@value #MOST_ERRORS} of the file
 */
record LegacyFile(List<LegacyPerson> people, int rows, List<RowError> errors) {

	/** More do not help. */
	static final int MOST_ERRORS = 200;

	/** Whether it can be read. */
	sealed interface Outcome {

		/** It can. */
		record Read(LegacyFile file) implements Outcome {
		}

		/** It cannot: nothing of it is taken. */
		sealed interface Refused extends Outcome {

		}

		/** It holds nothing. */
		record Empty() implements Refused {
		}

		/** It is not UTF-8. */
		record WrongEncoding() implements Refused {
		}

		/** Its first row does not name the columns. */
		record WrongHeader(Header header) implements Refused {
		}

		/**
		 * It is no CSV.
		 *
		 * @param line where that shows
		 */
		record Malformed(long line) implements Refused {
		}

	}

	/** Rows that were not taken. */
	int rejected() {
		return this.rows - this.people.size();
	}

	/** Reads a file. Takes its time: not for the thread of a request. */
	static Outcome read(byte[] bytes) {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
		}
		catch (CharacterCodingException ex) {
			return new Outcome.WrongEncoding();
		}
		return read(text.startsWith("\uFEFF") ? text.substring(1) : text);
	}

	private static Outcome read(String text) {
		long line = 1;
		FileRows rows = new FileRows();
		try {
			for (CsvRecord csv : reader().ofCsvRecord(text)) {
				line = csv.getStartingLineNumber() + 1;
				List<String> fields = csv.getFields().stream().map(String::strip).toList();
				if (!rows.hasHeader()) {
					Header header = new Header(fields);
					if (!header.isRight()) {
						return new Outcome.WrongHeader(header);
					}
					rows.begin(header);
				}
				else {
					rows.add(csv.getStartingLineNumber(), fields);
				}
			}
		}
		catch (CsvParseException ex) {
			return new Outcome.Malformed(line);
		}
		return rows.hasHeader() ? new Outcome.Read(rows.end()) : new Outcome.Empty();
	}

	private static CsvReader.CsvReaderBuilder reader() {
		return CsvReader.builder()
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false);
	}

}
