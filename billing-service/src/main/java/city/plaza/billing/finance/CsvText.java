package city.plaza.billing.finance;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Writes files for people who open them in a spreadsheet. */
final class CsvText {

	/** The media type of the files. */
	static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

	private CsvText() {
	}

	/**
	 * Writes rows.
	 * @param rows of cells
	 * @return the text; no cell of it is a formula
	 */
	static String of(List<List<String>> rows) {
		return plain(rows.stream().map((row) -> row.stream().map(CsvText::harmless).toList()).toList());
	}

	/**
	 * Writes rows as they are.
	 * @param rows of cells that Plaza itself gives
	 * @return the text
	 */
	static String plain(List<List<String>> rows) {
		StringWriter text = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().build(text)) {
			rows.forEach(csv::writeRecord);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	/** A response that browsers save under this name. */
	static ResponseEntity.BodyBuilder file(String name) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
	}

	/** A spreadsheet must not run what a cell holds (OWASP, CSV injection). */
	private static String harmless(String cell) {
		return (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

}
