package city.plaza.billing.finance;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * A CSV file read a row at a time, so that its size costs no memory. A byte order mark is
 * passed over and empty lines are skipped. What is not UTF-8 is malformed. Blocks.
 */
class CsvFile implements Closeable {

	/** No field of ours is near it; a quote that is never closed ends here. */
	private static final int LONGEST_FIELD = 16 * 1024;

	private static final int BYTE_ORDER_MARK = '\uFEFF';

	private final ImportKind kind;

	private final CsvReader<CsvRecord> reader;

	private final Iterator<CsvRecord> records;

	private final CsvHeader header;

	private long line = 1;

	CsvFile(Path file, ImportKind kind) throws IOException {
		this.kind = kind;
		Reader text = open(file);
		this.reader = CsvReader.builder()
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.maxBufferSize(LONGEST_FIELD)
			.ofCsvRecord(text);
		this.records = this.reader.iterator();
		try {
			this.header = new CsvHeader(kind, hasNext() ? stripped(nextRecord()) : List.of());
		}
		catch (MalformedFileException ex) {
			this.reader.close();
			throw ex;
		}
	}

	/** Nothing is guessed: what cannot be decoded is an error. */
	private static Reader open(Path file) throws IOException {
		Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS),
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)));
		try {
			text.mark(1);
			if (text.read() != BYTE_ORDER_MARK) {
				text.reset();
			}
			return text;
		}
		catch (CharacterCodingException ex) {
			text.close();
			throw new MalformedFileException(1, ex);
		}
	}

	/** The first row, which names the columns. */
	CsvHeader header() {
		return this.header;
	}

	/** The rows behind the header, once. */
	Iterable<Row> rows() {
		return () -> new Iterator<>() {

			@Override
			public boolean hasNext() {
				return CsvFile.this.hasNext();
			}

			@Override
			public Row next() {
				CsvRecord next = nextRecord();
				List<String> fields = CsvFile.this.header.ordered(stripped(next));
				return new Row((int) next.getStartingLineNumber(), CsvFile.this.kind.keyOf(fields), fields, false);
			}

		};
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	private boolean hasNext() {
		return read(this.records::hasNext);
	}

	private CsvRecord nextRecord() {
		CsvRecord next = read(this.records::next);
		this.line = next.getStartingLineNumber() + 1;
		return next;
	}

	private <T> T read(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (CsvParseException ex) {
			throw new MalformedFileException(this.line, ex);
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CharacterCodingException) ? new MalformedFileException(this.line, ex) : ex;
		}
	}

	private static List<String> stripped(CsvRecord csv) {
		return csv.getFields().stream().map(String::strip).toList();
	}

}
