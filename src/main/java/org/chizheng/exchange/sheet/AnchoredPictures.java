package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.xmlbeans.XmlException;
import org.chizheng.bank.FigureUpload;

/** Pictures that stand over a row of a sheet, by the number of the row that holds their upper edge. Nothing outside of the file is opened. */
final class AnchoredPictures {
    /** Bytes; a picture that is larger is refused anyway, so no more of it is read. */
    private static final int MOST = FigureUpload.LARGEST_UPLOAD + 1;

    private AnchoredPictures() {}

    static Map<Integer, List<byte[]>> of(PackagePart sheet) throws InvalidFormatException, IOException {
        Map<Integer, List<byte[]>> found = new HashMap<>();
        for (PackageRelationship drawing : sheet.getRelationshipsByType(XSSFRelation.DRAWINGS.getRelation())) {
            if (drawing.getTargetMode() == TargetMode.INTERNAL) {
                collect(sheet.getRelatedPart(drawing), found);
            }
        }
        return found;
    }

    private static void collect(PackagePart part, Map<Integer, List<byte[]>> found)
            throws InvalidFormatException, IOException {
        for (XSSFShape shape : shapes(part)) {
            if (shape instanceof XSSFPicture picture && shape.getAnchor() instanceof XSSFClientAnchor anchor) {
                String id = picture.getCTPicture().getBlipFill().getBlip().getEmbed();
                PackageRelationship image = part.getRelationship(id);
                if (image != null && image.getTargetMode() == TargetMode.INTERNAL) {
                    try (InputStream in = part.getRelatedPart(image).getInputStream()) {
                        found.computeIfAbsent(anchor.getRow1() + 1, row -> new ArrayList<>())
                                .add(in.readNBytes(MOST));
                    }
                }
            }
        }
    }

    private static List<XSSFShape> shapes(PackagePart part) throws IOException {
        try {
            return new XSSFDrawing(part).getShapes();
        } catch (XmlException e) {
            throw new IOException(e);
        }
    }
}
