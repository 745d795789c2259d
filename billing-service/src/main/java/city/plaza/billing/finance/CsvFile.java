package city.plaza.billing.finance;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * A CSV file read a row at a time, so that its size costs no memory. A byte order mark is
 * passed over and empty lines are skipped. Blocks.
 */
class CsvFile implements Closeable {

	/** No field of ours is near it; a quote that is never closed ends here. */
	private static final int LONGEST_FIELD = 16 * 1024;

	private final ImportKind kind;

	private final CsvReader<CsvRecord> reader;

	private final Iterator<CsvRecord> records;

	private final CsvHeader header;

	private long line = 1;

	CsvFile(Path file, ImportKind kind) throws IOException {
		this.kind = kind;
		this.reader = CsvReader.builder()
			.detectBomHeader(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.maxBufferSize(LONGEST_FIELD)
			.ofCsvRecord(file, StandardCharsets.UTF_8);
		this.records = this.reader.iterator();
		this.header = new CsvHeader(kind, hasNext() ? stripped(nextRecord()) : List.of());
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
		try {
			return this.records.hasNext();
		}
		catch (CsvParseException ex) {
			throw new MalformedFileException(this.line, ex);
		}
	}

	private CsvRecord nextRecord() {
		try {
			CsvRecord next = this.records.next();
			this.line = next.getStartingLineNumber() + 1;
			return next;
		}
		catch (CsvParseException ex) {
			throw new MalformedFileException(this.line, ex);
		}
	}

	private static List<String> stripped(CsvRecord csv) {
		return csv.getFields().stream().map(String::strip).toList();
	}

}
