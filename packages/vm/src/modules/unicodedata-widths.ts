// Table: East Asian widths of Unicode 15.1 as runs: the distance from the run before in base 36, and the class.
export const widthRuns: string = (
  `0:N w:Na 2n:N y:A 1:Na 2:A 1:Na 2:A 2:N 1:A 1:N 1:Na 1:A 2:Na 1:A 5:N 1:A 5:N 1:A 4:N 6:A 1:N 9:A 1:N
  6:A 2:N 5:A 4:N 4:A 1:N 1:A 3:N 1:A 2:N 2:A 1:N 1:A 2:N 3:A 4:N 1:A 1:N 1:A 1:N 2:A 1:N f:A 1:N 1:A 1:N
  7:A 1:N a:A 2:N 3:A 1:N 5:A 3:N 4:A 1:N 6:A 4:N 1:A 1:N 3:A 4:N 1:A 1:N 4:A 2:N i:A 2:N 3:A 1:N 2q:A
  1:N 1:A 1:N 1:A 1:N 1:A 1:N 1:A 1:N 1:A 1:N 1:A 1:N 1:A 1:N 38:A 1:N f:A 1:N 2q:A 1:N 2:A 1:N 1:A 3:N
  1:A 1:N 2:A 1:N 7:A 4:N 1:A 1:N 1:A 1:N w:A 34:N x:A h:N 1:A 7:N 7:A h:N 1:A 7:N 1j:A 1:N e:A 1s:N 1:A
  1:N 2i6:W 2o:N 2wg:A 1:N 2:A 4:N 1:A 2:N 2:A 2:N 2:A 3:N 1:A 4:N 8:A 1:N 1:A 2:N 1:A 1:N 5:A 1:N 2:A
  1:N 1h:A 1:N a:A 1:N 1:A 4:N 10:H 1:N 2:A 1:N 2e:A 1:N 1:A 1:N 3:A 1:N 9:A 1:N 2:A 1:N a:A 2:N 3:A 1:N
  4:A 1:N 13:A 2:N 6:A 4:N 1:A c:N 4:A a:N f:A 1:N 6:A a:N u:A 2:N o:A 1:N 1:A 1:N i:A 1:N o:A 1:N 1:A
  2:N 3:A 2:N 2:A 1:N 3:A 1:N 1:A 1:N 3:A 1:N 4:A 1:N 2:A 4:N 2:A 1:N 1:A 1:N 1:A 6:N 1:A 1:N 5:A 4:N 4:A
  2:N a:A 1:N 3:A 1:N 5:A 1:N d:A 2:N 2:A 4:N 2:A 2:N 2:A 2:N i:A 2:N 2:A 2:N d:A 1:N 3:A 1:N b:A 1:N p:A
  1:N 2a:A 1:N 7:W 2:N d:W 2:N 5a:W 4:N 3:W 1:N 2:W 1:N 30:A 3u:N 1:A 2p:N 4:A 10:N c:A g:N 2:A 4:N a:A
  2:N 1:A 7:N 8:A 2:N 2:A 2:N 4:A 2:N 2:A 2:N 4:A 3:N 2:A 1:N 2:A 4:N g:A 4:N 9:A 1:N d:W 2:N 6:A 2:N 2:A
  1:N 4:A 2:N 4:W 2:N 6:A 1:N 1:A 1:N x:A 1:N 1:A 1:N 5:W c:N c:A 2:N 1:A 3:N 1:A 4:N 1:A 2:N 1:A 1:N f:W
  1:N j:W 1:N a:A 2:N 1:W 1:N 8:W 2:N h:W 2:A 1:N 4:W 2:A 8:W 1:A 5:W 1:A d:N 1:A 1:N 4:A 2:W 1:A 7:W 2:A
  1:W 1:A 4:W 1:A 2:W 1:A 2:N 5:W 1:N 4:W 2:N s:W 1:N k:A 1:N e:W 1:N 1:W 1:N 4:W 3:N 1:W 1:N u:A a:N l:W
  3:N o:W 1:N e:W 1:N 12:Na 8:N bb:Na 2:N b8:W 2:N 1f:W 1:N 4:W 1:A 4:N me:W q:N 1:W 2h:N c:W 5y:N q:W
  g:F 1:W 1q:N 2:W 2e:N 2:W 2v:N 5:W 17:N 1:W 2m:N 1:W 2c:N b:W 1c:N 1:W 14:A 8:W 5f4:N 1s:W h3h:N 3:W
  1j:N wp:W t:N hv:W 8mc:N 1ng:A 4xs:W e8:N lc:A g:W a:N m:W z:N 1:W j:N 1:W 4:N 45:F 2o:H 2m:N 3:H 6:N
  2:H 6:N 2:H 6:N 2:H 3:N 3:F 7:N 1:H 7:N e:A 1:N m3m:W 5:N b:W 2:N e:W 4qg:N 8:W ye:N 16:W 9:N 6w7:W 4:N
  1:W 7:N 1:W 2:N 1:W 83:N f:W 1:N t:W 3:N 2:W 1:N e:W 4:N 8:W b0:N c20:W 1:N 5m:W 1:N 1c:A b:N 5:A u:N
  2:A 1m:N 6:A u:W 1:A 2:W a:A i:N 2b:W 3:N d:W 18:N 4:W 9:N 7:W 2:N e:W 6:N 4a:W x:N c:W 9:N 1:W 1y:N
  1:W m:N c:W 17:N 4:W 5:N c:W h:N 3:W 1:N 3:W 1z:N 1:W 1:N 1:W 57:N 2:W 1r:N d:W 4:N 1:W o:N i:W 1:N q:W
  2:N d:W 1:N 2e:W 2d:N 1c:W 1y:N 6:W 1:N 3:W 3:N 2:W 3:N 4:W 4:N b:W 2:N 7:W 9:N 6b:W c:N 4:W 1:N 7v:W
  1b:N 1:W a:N 1:W 55:N 34:W d:N 3:W 9:N 7:W 1a:N 1:W 7:N 8:W e:N 4:W 9:N 7:W 9:N zr:W 1eke:N 2:W 1eke:N
  e1vm:A 6o:N 1e6o:A 1eke:N 2:A 1eke:N`
)
