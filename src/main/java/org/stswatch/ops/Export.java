package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Alerts in the formats of other tools. */
enum Export {
  JSONL {
    @Override
    String of(List<JsonNode> alerts) {
      StringBuilder lines = new StringBuilder();
      alerts.forEach(alert -> lines.append(RecordJson.line(alert)).append('\n'));
      return lines.toString();
    }
  },
  CSV {
    @Override
    String of(List<JsonNode> alerts) {
      StringWriter text = new StringWriter();
      try (CsvWriter csv = CsvWriter.builder().build(text)) {
        csv.writeRecord(HEADER.cells().keySet());
        rows(alerts).forEach(row -> csv.writeRecord(row.cells().values()));
      } catch (IOException e) {
        throw new UncheckedIOException(e); // a string can always be written
      }
      return text.toString();
    }
  },
  GEOJSON {
    @Override
    String of(List<JsonNode> alerts) {
      return RecordJson.line(GeoJson.of(rows(alerts))) + "\n";
    }
  },
  KML {
    @Override
    String of(List<JsonNode> alerts) {
      try {
        return kml(rows(alerts));
      } catch (XMLStreamException e) {
        throw new IllegalStateException(e); // plain text in a string can always be written
      }
    }
  };

  private static final AlertRow HEADER =
      new AlertRow("", 0, "", "", "", 0, "", "", 0, 0, List.of(), "", "");

  /** The whole document. */
  abstract String of(List<JsonNode> alerts);

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<AlertRow> rows(List<JsonNode> alerts) {
    return alerts.stream().map(AlertRow::of).toList();
  }

  private static String kml(List<AlertRow> rows) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
    xml.writeStartElement("Document");
    for (AlertRow row : rows) {
      xml.writeStartElement("Placemark");
      element(xml, "name", row.severity() + " " + row.type());
      element(xml, "description", row.title());
      xml.writeStartElement("TimeSpan");
      element(xml, "begin", row.start());
      element(xml, "end", row.end());
      xml.writeEndElement();
      xml.writeStartElement("Point");
      element(xml, "coordinates", row.lon() + "," + row.lat());
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndDocument();
    xml.close();
    return text.append('\n').toString();
  }

  private static void element(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
